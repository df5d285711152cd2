import { Markdown } from '@storybook/addon-docs/blocks'
import { linkGuides, titleOf } from './link-guides.ts'

/** The guides as they stand in the repository. */
const modules = import.meta.glob<string>('../../docs/*.md', { query: '?raw', import: 'default', eager: true })
const guides = new Map(
  Object.entries(modules).map(([path, markdown]) => [path.replace(/^.*\//, ''), markdown]),
)
const titles = new Map([...guides].map(([file, markdown]) => [file, titleOf(markdown)]))

/** A guide of docs/, by the name of its file. */
export function Guide({ file }: { file: string }) {
  const markdown = guides.get(file)
  if (markdown === undefined) throw new Error(`There is no docs/${file}.`)
  return <Markdown>{linkGuides(markdown, titles)}</Markdown>
}
