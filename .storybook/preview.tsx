import type { Decorator, Preview } from '@storybook/react-vite'
import '@nectar-connect/react/styles.css'
import './preview.css'
import { NectarConnectProvider } from '@nectar-connect/react'
import { textsWithSiblings, translatePage } from '@nectar-connect/test-kit/translate-page'
import { useEffect, useMemo } from 'react'
import { configure } from 'storybook/test'
import { SystemDocsContainer } from './docs-container.tsx'
import { LOCALES, localeNamed } from './locales.ts'

// A busy machine makes things come late, and that is no failure.
configure({ asyncUtilTimeout: 20_000 })

/** Language and direction come from the toolbar; the page around goes with them. */
const withWords: Decorator = (Story, { globals }) => {
  const { locale, direction } = globals as Record<string, string>
  const messages = useMemo(() => localeNamed(locale, direction), [locale, direction])
  useEffect(() => {
    document.documentElement.lang = messages.locale
    document.documentElement.dir = messages.direction
  }, [messages])
  return (
    <NectarConnectProvider messages={messages}>
      <Story />
    </NectarConnectProvider>
  )
}

/** Theme and preset come from the toolbar, and go onto every root of the embed. */
const withLooks: Decorator = (Story, { globals }) => {
  const { theme, preset } = globals as Record<string, string>
  useEffect(() => {
    document.documentElement.dataset.theme = theme ?? 'light'
    const apply = () => {
      for (const root of document.querySelectorAll<HTMLElement>('[data-nectar-root]')) {
        root.dataset.nectarTheme = theme ?? 'light'
        root.dataset.nectarPreset = preset ?? 'soft'
      }
    }
    apply()
    const observer = new MutationObserver(apply)
    observer.observe(document.body, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [theme, preset])
  return <Story />
}

const preview: Preview = {
  decorators: [withWords, withLooks],
  // What plays look for, in the language of the toolbar.
  loaders: [({ globals }) => ({ words: localeNamed(globals.locale) })],
  // As a browser's translator does, for as long as the story is shown.
  beforeEach: () => (import.meta.env.STORYBOOK_TRANSLATOR === 'on' ? translatePage() : undefined),
  // What a story shows in the end has to stand a translator, too.
  afterEach: () => {
    const torn = textsWithSiblings()
    if (torn.length > 0) throw new Error(`Not the only child of an element: ${torn.join('\n')}`)
  },
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
      toolbar: { title: 'Preset', icon: 'paintbrush', items: ['soft', 'sharp'], dynamicTitle: true },
    },
    locale: {
      toolbar: { title: 'Language', icon: 'globe', items: LOCALES, dynamicTitle: true },
    },
    direction: {
      toolbar: {
        title: 'Direction',
        icon: 'transfer',
        items: [{ value: 'auto', title: 'as the language' }, 'ltr', 'rtl'],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: {
    theme: import.meta.env.STORYBOOK_THEME ?? 'light',
    preset: import.meta.env.STORYBOOK_PRESET ?? 'soft',
    locale: import.meta.env.STORYBOOK_LOCALE ?? 'en',
    direction: 'auto',
  },
}

export default preview
