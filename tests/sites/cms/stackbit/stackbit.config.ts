import { defineStackbitConfig } from "@stackbit/types";
import { GitContentSource } from "@stackbit/cms-git";
import { models } from "./models";

export default defineStackbitConfig({
  stackbitVersion: "~0.7.0",
  contentSources: [
    new GitContentSource({ rootPath: __dirname, contentDirs: ["content"], models }),
  ],
});
