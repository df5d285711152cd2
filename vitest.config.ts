import { defineConfig } from 'vitest/config'

const source = ['@nectar-connect/source']

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { conditions: [...source, 'module', 'node', 'import', 'default'] },
        ssr: { resolve: { conditions: [...source, 'module', 'node', 'import', 'default'] } },
        test: {
          name: 'unit',
          environment: 'node',
          include: ['packages/{contract,client,server,sandbox}/src/**/*.test.ts', 'apps/*/server/**/*.test.ts', 'scripts/**/*.test.mjs'],
        },
      },
    ],
  },
})
