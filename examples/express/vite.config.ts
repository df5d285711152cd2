import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [react()],
  // Two pages, one for each way of signing in. You need one of them.
  build: { rolldownOptions: { input: ['index.html', 'bearer.html'] } },
})
