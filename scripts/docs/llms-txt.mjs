import { readFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from '../lib/root.mjs'

/** What a model has to know before it opens anything. Each sentence stands in the documentation, too. */
const INTRO = `# Nectar Connect

> Lets the customers of a SaaS app link their utility accounts inside it: a server part that keeps Nectar's API key and makes invitations (\`@nectar-connect/server\`), React components that show Nectar's page and what came of it (\`@nectar-connect/react\`), and an emulator of Nectar for development and tests (\`@nectar-connect/sandbox\`).

- A host writes \`createNectarConnect({ apiKey, authorize })\`, mounts it at \`/api/nectar\` with the adapter of its framework, and renders \`<NectarConnect/>\` and \`<ConnectionList/>\`.
- The browser never gets the key and never names a company: \`authorize\` does.
- An invitation that was used means that details were submitted. Only the status \`CONNECTED\` means connected.
- Mount the handler in front of body parsers: webhook signatures are made over the bytes as they came.
- Without Nectar's key, develop on \`npx nectar-sandbox\`.`

/**
 * The map of the documentation for language models, after https://llmstxt.org: the index of the docs, with paths from
 * the root of the repository.
 *
 * @param {string} [index] Markdown of docs/README.md.
 */
export function renderLlmsTxt(index = readFileSync(path.join(ROOT, 'docs/README.md'), 'utf8')) {
  const sections = index
    .slice(index.indexOf('\n## '))
    .replace('\n## Background', '\n## Optional')
    .replaceAll(/\]\(([^)]+)\)/g, (_, target) => `](${path.posix.join('docs', target)})`)
  return `${INTRO}\n${sections}`
}
