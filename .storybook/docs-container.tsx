import { DocsContainer, type DocsContainerProps } from '@storybook/addon-docs/blocks'
import { type PropsWithChildren, useSyncExternalStore } from 'react'
import { themes } from 'storybook/theming'

const query = () => window.matchMedia('(prefers-color-scheme: dark)')

function subscribe(onChange: () => void) {
  const media = query()
  media.addEventListener('change', onChange)
  return () => media.removeEventListener('change', onChange)
}

/** Pages of words go with the system's light or dark, like Storybook around them. */
export function SystemDocsContainer(props: PropsWithChildren<DocsContainerProps>) {
  const isDark = useSyncExternalStore(subscribe, () => query().matches)
  return <DocsContainer {...props} theme={isDark ? themes.dark : themes.light} />
}
