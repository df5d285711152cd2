import type { Decorator, Preview } from '@storybook/react-vite'
import '@nectar-connect/react/styles.css'
import './preview.css'
import { useEffect } from 'react'
import { SystemDocsContainer } from './docs-container.tsx'

/** Theme, preset and direction come from the toolbar, and go onto every root of the embed. */
const withLooks: Decorator = (Story, { globals }) => {
  const { theme, preset, direction } = globals as Record<string, string>
  useEffect(() => {
    document.documentElement.dir = direction ?? 'ltr'
    document.documentElement.dataset.theme = theme ?? 'light'
    const apply = () => {
      for (const root of document.querySelectorAll<HTMLElement>('[data-nectar-root]')) {
        root.dataset.nectarTheme = theme ?? 'light'
        root.dataset.nectarPreset = preset ?? 'calm'
      }
    }
    apply()
    const observer = new MutationObserver(apply)
    observer.observe(document.body, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [theme, preset, direction])
  return <Story />
}

const preview: Preview = {
  decorators: [withLooks],
  parameters: {
    layout: 'padded',
    docs: { container: SystemDocsContainer },
    options: {
      storySort: {
        order: [
          'Guides',
          ['Documentation', 'Quick start', 'Adapters', 'The life of a session', 'Statuses and live changes'],
          'Live',
        ],
      },
    },
    a11y: { test: 'error' },
    controls: { expanded: true },
  },
  globalTypes: {
    theme: {
      toolbar: { title: 'Theme', icon: 'mirror', items: ['light', 'dark', 'system'], dynamicTitle: true },
    },
    preset: {
      toolbar: { title: 'Preset', icon: 'paintbrush', items: ['calm', 'crisp'], dynamicTitle: true },
    },
    direction: {
      toolbar: { title: 'Direction', icon: 'transfer', items: ['ltr', 'rtl'], dynamicTitle: true },
    },
  },
  initialGlobals: { theme: 'light', preset: 'calm', direction: 'ltr' },
}

export default preview
