import { collection, config, fields } from '@keystatic/core';
import { tones } from './src/tones';

const heading = fields.text({ label: 'Big words', description: 'At most five words.' });
const isLive = process.env.NODE_ENV === 'production';

export default config({
  storage: isLive ? { kind: 'cloud' } : { kind: 'local' },
  collections: {
    pages: collection({
      label: 'Pages',
      slugField: 'title',
      path: 'content/pages/*',
      format: { contentField: 'text' },
      schema: {
        title: fields.slug({ name: { label: 'Name of the page' } }),
        parts: fields.blocks(
          {
            opening: {
              label: 'Opening',
              itemLabel: props => props.fields.heading.value,
              schema: fields.object({
                heading,
                tone: fields.select({ label: 'Tone', options: tones, defaultValue: 'calm' }),
                wide: fields.checkbox({ label: 'Wide' }),
                photo: fields.image({ label: 'Photo', directory: 'public' }),
                words: fields.markdoc.inline({ label: 'Words' }),
              }),
            },
            fares: {
              label: 'Price list',
              schema: fields.object({
                heading,
                rows: fields.array(
                  fields.object({
                    what: fields.text({ label: 'What' }),
                    price: fields.integer({ label: 'Price' }),
                  }),
                  { label: 'Rows', itemLabel: props => props.fields.what.value }
                ),
              }),
            },
          },
          { label: 'Parts' }
        ),
        text: fields.markdoc({ label: 'Text' }),
      },
    }),
  },
});
