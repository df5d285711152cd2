import type { StorybookConfig } from '@storybook/react-vite'
import { makePageFiles } from '../tooling/lib/page-files.mjs'

makePageFiles()

const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  stories: ['./guides/*.mdx', './live/*.stories.tsx', '../packages/react/src/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (vite) => ({
    ...vite,
    resolve: {
      ...vite.resolve,
      conditions: ['@nectar-connect/source', 'module', 'browser', 'development|production'],
    },
  }),
}

export default config
