import { readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import type { Manifest } from '../lib/packages.ts'
import { ROOT } from '../lib/root.mjs'
import type { PublicPackage } from './public-exports.ts'

/** What a model has to know before it opens anything. Each sentence stands in the documentation, too. */
const FACTS = `- A host writes \`createNectarConnect({ apiKey, authorize })\`, mounts it at \`/api/nectar\` with the adapter of its framework, and renders \`<NectarConnect/>\` and \`<ConnectionList/>\`.
- The browser never gets the key and never names a company: \`authorize\` does.
- An invitation that was used means that details were submitted. Only the status \`CONNECTED\` means connected.
- Mount the handler in front of body parsers: webhook signatures are made over the bytes as they came.
- Without Nectar's key, develop on \`npx nectar-sandbox\`.`

const INTRO = `# Nectar Connect

> Lets the customers of a SaaS app link their utility accounts inside it: a server part that keeps Nectar's API key and makes invitations (\`@nectar-connect/server\`), React components that show Nectar's page and what came of it (\`@nectar-connect/react\`), and an emulator of Nectar for development and tests (\`@nectar-connect/sandbox\`).

${FACTS}`

/**
 * The map of the documentation for language models, after https://llmstxt.org: the index of the docs, with paths from
 * the root of the repository.
 *
 * @param index Markdown of docs/README.md.
 */
export function renderLlmsTxt(index = readFileSync(path.join(ROOT, 'docs/README.md'), 'utf8')): string {
  const sections = index
    .slice(index.indexOf('\n## '))
    .replace('\n## Background', '\n## Optional')
    .replaceAll(/\]\(([^)]+)\)/g, (_, target: string) => `](${path.posix.join('docs', target)})`)
  return `${INTRO}\n${sections}`
}

/** The same for whoever finds a package in `node_modules`: what is in it, by what one imports from. */
export function renderPackageLlmsTxt({ name, entries }: PublicPackage): string {
  const file = path.join(ROOT, 'packages', name, 'package.json')
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest
  const lines = entries.map(({ title, exports }) => {
    const types = manifest.exports[`.${title.slice(manifest.name.length)}`]?.types
    if (types === undefined) throw new Error(`${title} has no types.`)
    const values = exports.filter(({ symbol }) => (symbol.flags & ts.SymbolFlags.Value) !== 0)
    return `- [${title}](${path.posix.normalize(types)}): ${values.map((value) => `\`${value.name}\``).join(', ')}`
  })
  const commands = Object.entries(manifest.bin ?? {}).map(
    ([command, file]) =>
      `- [${command}](${path.posix.normalize(file)}): what \`npx ${command} --help\` tells of.`,
  )
  return `# ${manifest.name}

> ${manifest.description}

${FACTS}
- Every export has a docstring in the declarations that the entries below lead to.

## In this package

- [README](README.md): how it is used, and what can be relied on.
- [Reference](dist/reference.md): every export with its docstring, its declaration and examples.
${[...lines, ...commands].join('\n')}
`
}
