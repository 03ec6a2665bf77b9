import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [vue()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  base: './',
  worker: { format: 'es' },
  preview: { port: 4173, host: '127.0.0.1' },
  server: { port: 5173, host: '127.0.0.1' },
})
