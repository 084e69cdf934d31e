/// <reference types="astro/client" />
/// <reference path="../.astro/types.d.ts" />

declare module 'virtual:map.css';
