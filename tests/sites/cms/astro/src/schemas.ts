import { z } from 'astro:content';

export const seo = () => z.object({ title: z.string(), published: z.date() });
