import React from "react";
import { text, TONES } from "../fields";
import type { Template } from "tinacms";

export const Opening = (props: { heading: string }) => <h1 className="big">{props.heading}</h1>;

export const opening: Template = {
  name: "opening",
  label: "Opening",
  ui: { defaultItem: { heading: "New words", tone: TONES[0].value } },
  fields: [
    text("heading", "Big words", { description: "At most\u0020five words." }),
    { type: "string", name: "tone", label: "Tone", options: TONES },
    { type: "boolean", name: "wide", label: "Wide" },
    { type: "image", name: "photo", label: "Photo" },
    { type: "rich-text", name: "words", label: "Words" },
  ],
} as const;
