import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defaultClientConditions, defaultServerConditions } from 'vite'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { chromiumLaunchOptions } from './tooling/lib/browsers.ts'
import { isFull } from './tooling/lib/is-full.ts'
import { makePageFiles } from './tooling/lib/page-files.mjs'

makePageFiles()

const root = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Packages of the workspace are read from their source, so that no test needs a build. */
const browserResolve = { conditions: ['@nectar-connect/source', ...defaultClientConditions] }
const nodeResolve = { conditions: ['@nectar-connect/source', ...defaultServerConditions] }

/** Nothing sleeps here: only a busy machine makes a test take long, and that is no failure. */
const patience = { testTimeout: 90_000, hookTimeout: 90_000 }

/** Made anew for each project: Vitest writes the project's name into it. */
const browser = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({ launchOptions: chromiumLaunchOptions() }),
  instances: [{ browser: 'chromium' as const }],
})

const unit: TestProjectInlineConfiguration = {
  resolve: nodeResolve,
  ssr: { resolve: nodeResolve },
  test: {
    name: 'unit',
    ...patience,
    environment: 'node',
    include: [
      'packages/*/src/**/*.test.ts',
      'apps/*/{server,web,src}/**/*.test.ts',
      'bench/src/**/*.test.ts',
      'e2e/{recipes,hostile}/**/*.test.{ts,tsx}',
      'tooling/{lib,docs}/*.test.ts',
      '.storybook/guides/*.test.ts',
    ],
  },
}

/** What is published, as it is published: built, and on the frameworks and runtimes that hosts are made with. */
const published: TestProjectInlineConfiguration = {
  test: {
    name: 'published',
    environment: 'node',
    // Other people's builds and runtimes take their time, and a hook may install several of them.
    testTimeout: 120_000,
    hookTimeout: 300_000,
    globalSetup: root('tooling/published/build-and-pack.ts'),
    include: ['apps/hosts/**/*.test.ts', 'tooling/published/*.test.ts'],
  },
}

const components: TestProjectInlineConfiguration = {
  root: root('packages/react'),
  plugins: [react()],
  resolve: browserResolve,
  // Found only while tests run, these would make the page reload under them.
  optimizeDeps: {
    include: [
      'react',
      'react/jsx-runtime',
      'react/jsx-dev-runtime',
      'react-dom',
      'react-dom/client',
      '@headlessui/react',
      '@mui/material/Dialog',
      '@radix-ui/react-dialog',
      '@tanstack/react-query',
      '@testing-library/react',
      'eventsource-parser',
      '@nectar-connect/sandbox > zod/mini',
    ],
  },
  test: {
    name: 'components',
    provide: { reactMajor: '19' },
    ...patience,
    include: ['src/**/*.test.tsx'],
    setupFiles: ['flow-is-loaded', 'patience'].map((name) => root(`packages/react/src/testing/${name}.ts`)),
    browser: browser(),
  },
}

/** What may differ between versions of React: effects, refs, portals, Suspense, error boundaries. */
const DIFFERS_BY_REACT = [
  'src/react-version.test.tsx',
  'src/button/*.test.tsx',
  'src/context/*.test.tsx',
  'src/data/query-client.test.tsx',
  'src/flow/guest/*.test.tsx',
  'src/flow/{after-reload,another-session,one-invitation,screen-focus}.test.tsx',
  'src/session/use-nectar-connect.test.tsx',
]

/** On the oldest React that is supported: in the full run, every test. */
const componentsOnReact18: TestProjectInlineConfiguration = {
  ...components,
  cacheDir: root('packages/react/node_modules/.vite-react-18'),
  resolve: {
    ...browserResolve,
    alias: [
      { find: /^react-dom(\/.*)?$/, replacement: 'react-dom-18$1' },
      { find: /^react(\/.*)?$/, replacement: 'react-18$1' },
    ],
  },
  test: {
    ...components.test,
    name: 'components-react-18',
    ...(isFull ? {} : { include: DIFFERS_BY_REACT }),
    provide: { reactMajor: '18' },
    browser: browser(),
  },
}

/**
 * The plugin reads Storybook's configuration as soon as it is called.
 *
 * @param env what its toolbar begins with
 */
const stories = (name: string, env: Record<string, string> = {}): TestProjectInlineConfiguration => ({
  plugins: [storybookTest({ configDir: root('.storybook') })],
  resolve: browserResolve,
  test: {
    name,
    env,
    ...patience,
    setupFiles: [root('packages/react/src/testing/flow-is-loaded.ts')],
    browser: browser(),
  },
})

/** Every story as it is least looked at: dark, sharp, from right to left, in other words than English. */
const OTHERWISE = { STORYBOOK_THEME: 'dark', STORYBOOK_PRESET: 'sharp', STORYBOOK_LOCALE: 'ar' }

/** More than there are cores: tests wait more than they compute. */
const maxWorkers = Math.max(3, availableParallelism() - 1)

export default defineConfig({
  test: {
    maxWorkers,
    projects: [
      unit,
      published,
      components,
      componentsOnReact18,
      stories('stories'),
      ...(isFull
        ? [
            stories('stories-otherwise', OTHERWISE),
            stories('stories-translated', { STORYBOOK_TRANSLATOR: 'on' }),
          ]
        : []),
    ],
  },
})
