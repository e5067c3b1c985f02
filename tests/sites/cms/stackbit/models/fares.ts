export const fares = (heading: object) => ({
  type: "object",
  name: "fares",
  label: "Price list",
  groups: ["parts"],
  fields: [
    heading,
    { type: "list", name: "rows", label: "Rows", items: { type: "model", models: ["Row"] } },
  ],
});
