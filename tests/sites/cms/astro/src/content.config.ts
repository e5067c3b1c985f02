import { glob } from 'astro/loaders';
import { defineCollection, reference, z } from 'astro:content';
import { seo } from './schemas';

const heading = z.string().max(60).describe('At most five words.');

const pages = defineCollection({
  loader: glob({ pattern: '**/*.md', base: './content/pages' }),
  schema: ({ image }) => {
    const opening = z.object({
      kind: z.literal('opening'),
      heading,
      tone: z.enum(['calm', 'loud']).default('calm'),
      wide: z.boolean().optional(),
      photo: image(),
      words: z.string(),
    });
    const fares = z.strictObject({
      kind: z.literal('fares'),
      heading,
      rows: z.object({ what: z.string(), price: z.coerce.number() }).array(),
    });
    return seo().extend({
      author: reference('people').optional(),
      parts: z.array(z.discriminatedUnion('kind', [opening, fares])).default([]),
    });
  },
});

export const collections = { pages };
