import { defineCollection, defineContentConfig, z } from '@nuxt/content'

const parts = z.union([
  z.object({
    part: z.literal('opening'),
    heading: z.string().describe('At most five words.'),
    tone: z.union([z.literal('calm'), z.literal('loud')]).default('calm'),
    wide: z.boolean(),
    photo: z.string().editor({ input: 'media' }),
    words: z.string(),
  }),
  z.object({
    part: z.literal('fares'),
    heading: z.string(),
    rows: z.array(z.object({ what: z.string(), price: z.number() })),
  }),
])

export default defineContentConfig({
  collections: {
    pages: defineCollection({
      type: 'page',
      source: 'pages/*.md',
      schema: z.object({ title: z.string(), parts: z.array(parts) }),
    }),
  },
})
