import { fares } from "./fares";
export * from "./page";

const heading = { type: "string", name: "heading", label: "Big words" };

const opening = {
  type: "object",
  name: "opening",
  label: "Opening",
  groups: ["parts"],
  fields: [
    { ...heading, description: "At most five words." },
    {
      type: "enum",
      name: "tone",
      label: "Tone",
      default: "calm",
      options: [
        { value: "calm", label: "Calm" },
        { value: "loud", label: "Very loud" },
      ],
    },
    { type: "boolean", name: "wide", label: "Wide" },
    { type: "image", name: "photo", label: "Photo" },
    { type: "markdown", name: "words", label: "Words" },
    { type: "style", name: "styles", styles: { self: { padding: "*" } } },
  ],
};

import { page } from "./page";

export const models = [page, opening, fares(heading)];
