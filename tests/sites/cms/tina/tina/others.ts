import { text } from "../site/fields";

export const fares = {
  name: "fares",
  label: "Price list",
  fields: [
    text("heading", "Big words"),
    {
      type: "object",
      list: true,
      name: "rows",
      label: "Rows",
      fields: [text("what", "What"), { type: "number", name: "price", label: "Price" }],
    },
  ],
};
