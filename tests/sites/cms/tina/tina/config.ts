import { defineConfig } from "tinacms";
import settings from "./settings.json";
import { opening } from "@/blocks/opening";
import * as others from "./others";

const branch = process.env.BRANCH || "main";

export default defineConfig({
  branch,
  build: { outputFolder: "admin", publicFolder: settings.folder },
  schema: {
    collections: [
      {
        name: "page",
        path: "content/pages",
        ui: { router: ({ document }) => `/${document._sys.filename}` },
        fields: [
          { type: "string", name: "title", label: "Name of the page", required: true },
          {
            type: "object",
            list: true,
            name: "parts",
            label: "Parts",
            templates: [opening, ...Object.values(others)],
          },
        ],
      },
    ],
  },
});
