import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from './root.mjs'

/** Checks that look once, where what they look for may come a moment later. */
const KINDS = [
  {
    files: /\.stories\.tsx$/,
    look: /^(?!.*waitFor\(\(\) =>).*\)\.(not\.)?to(BeVisible|HaveFocus|BeInTheDocument)\(/,
    rather: 'await waitFor(() => expect(…).toBeVisible())',
  },
  {
    files: /\.spec\.ts$/,
    look: /expect\(\s*await [^)]+\.(isVisible|isHidden|isEnabled|isDisabled|count|textContent|innerText)\(/,
    rather: 'await expect(locator).toBeVisible()',
  },
]

const filesIn = (folder: string) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => !file.includes('node_modules'))
    .map((file) => path.join(folder, file))

test('stories and end-to-end tests wait for what they look for', () => {
  const files = ['packages/react/src', '.storybook', 'e2e/tests', 'e2e/recipes'].flatMap(filesIn)
  const found = KINDS.flatMap(({ files: kind, look, rather }) =>
    files
      .filter((file) => kind.test(file))
      .flatMap((file) =>
        readFileSync(path.join(ROOT, file), 'utf8')
          .replaceAll(/waitFor\(\(\) =>\s+/g, 'waitFor(() => ')
          .split('\n')
          .flatMap((line) =>
            look.test(line) ? [`${file}: "${line.trim()}" looks once. Write: ${rather}`] : [],
          ),
      ),
  )
  expect(found).toEqual([])
})
