import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  resolve: {
    // Our own packages are taken from their sources, so a build needs no build before it.
    conditions: ['@flipside/source', 'module', 'browser', 'development|production'],
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'baseline-widely-available',
    // Small pictures and fonts stay files: the content policy allows no data: fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    // The entry lists every chunk it may ask for; bare hashes keep that list short. The manifest tells whose they are.
    rollupOptions: { output: { chunkFileNames: 'assets/[hash].js' } },
  },
});
