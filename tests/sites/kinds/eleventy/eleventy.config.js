// The folder "input: 'old'" is gone.
export default function (config) {
  config.addPassthroughCopy("site/img");
  config.addPassthroughCopy({ "shared/fonts": "type" });
  return { dir: { input: "site", output: "_site" } };
}
