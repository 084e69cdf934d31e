import { defineCollection } from 'astro:content';
import { contentFiles } from './site/content/content-loader.ts';

export const collections = { files: defineCollection({ loader: contentFiles() }) };
