export const page = {
  type: "page",
  name: "Page",
  fields: [
    { type: "string", name: "title", label: "Name of the page" },
    {
      type: "list",
      name: "parts",
      label: "Parts",
      items: { type: "model", groups: ["parts"] },
    },
  ],
};
