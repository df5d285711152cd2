import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { ChakraProvider, defaultSystem } from '@chakra-ui/react'
import CssBaseline from '@mui/material/CssBaseline'
import postcss from 'postcss'
import { createElement, type ReactElement } from 'react'
import { renderToString } from 'react-dom/server'
import { compile } from 'tailwindcss'
import tailwind3 from 'tailwindcss-3'
import type { Combination } from '../hostile/combination.ts'

const require = createRequire(import.meta.url)

const fileOf = (specifier: string) => readFileSync(require.resolve(specifier), 'utf8')
const ownFile = (name: string) =>
  readFileSync(new URL(`../hostile/sheets/${name}.css`, import.meta.url), 'utf8')

/** The style sheets that hosts load, as their makers' own tools write them. */
const SHEETS: Record<Combination['sheet'], () => string | Promise<string>> = {
  none: () => '',
  'tailwind-3': async () => {
    const tailwind = tailwind3({ content: [{ raw: '' }] })
    return (await postcss([tailwind]).process('@tailwind base', { from: undefined })).css
  },
  'tailwind-4': async () => {
    const { build } = await compile('@import "tailwindcss/index.css";', {
      loadStylesheet: async (id, base) => ({ path: id, base, content: fileOf(id) }),
    })
    return build([])
  },
  'bootstrap-5': () => fileOf('bootstrap/dist/css/bootstrap.css'),
  normalize: () => fileOf('normalize.css/normalize.css'),
  'mui-css-baseline': () => rendered(createElement(CssBaseline)),
  'ant-design': () => fileOf('antd/dist/reset.css'),
  chakra: () => rendered(createElement(ChakraProvider, { value: defaultSystem, children: null })),
  'everything-reset': () => ownFile('everything-reset'),
  'element-rules': () => ownFile('element-rules'),
  theme: () => ownFile('theme'),
}

/** The sheet as it arrives: as it is, or all of it in a cascade layer. */
export async function hostSheet({ sheet, arrival }: Pick<Combination, 'sheet' | 'arrival'>): Promise<string> {
  const css = await SHEETS[sheet]()
  const isLayered = arrival.endsWith('in a layer')
  return `${ownFile('page')}\n${isLayered ? `@layer host {\n${css.replace(/^@charset .*?;/, '')}\n}` : css}`
}

/** What a component that only styles writes into the page. */
function rendered(element: ReactElement): string {
  const sheets = renderToString(element).matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)
  return [...sheets].map(([, css]) => css).join('\n')
}
