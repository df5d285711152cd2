import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import {
  Extractor,
  ExtractorConfig,
  ExtractorLogLevel,
  type ExtractorMessage,
} from '@microsoft/api-extractor'
import type { Manifest } from './packages.ts'
import { ROOT } from './root.mjs'

/** Where what is accepted stands, and where what is built now is written. */
export const ACCEPTED = path.join(ROOT, 'docs/api')
export const CURRENT = path.join(ROOT, 'node_modules/.api')

const silence = (message: ExtractorMessage) => {
  message.handled = true
}

const SILENT = { default: { logLevel: ExtractorLogLevel.None } }

/**
 * Compares the public types of a built package with the report in docs/api: all of its entries in one report, and what they
 * mention without exporting it.
 *
 * @param name Folder of the package.
 * @param options With `accept` the report is written.
 * @returns Whether they differ.
 */
export function checkApi(name: string, { accept = false }: { accept?: boolean } = {}): boolean {
  mkdirSync(ACCEPTED, { recursive: true })
  const folder = path.join(ROOT, 'packages', name)
  const packageJsonFullPath = path.join(folder, 'package.json')
  const manifest = JSON.parse(readFileSync(packageJsonFullPath, 'utf8')) as Manifest
  const entry = writeEntryOfAll(folder, manifest)
  const config = ExtractorConfig.prepare({
    configObjectFullPath: path.join(folder, 'api-extractor.json'),
    packageJsonFullPath,
    configObject: {
      projectFolder: folder,
      mainEntryPointFilePath: entry,
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            module: 'esnext',
            moduleResolution: 'bundler',
            target: 'es2022',
            lib: ['es2023', 'dom', 'dom.iterable'],
            types: ['node'],
            jsx: 'react-jsx',
            skipLibCheck: true,
          },
          files: [entry],
        },
      },
      apiReport: {
        enabled: true,
        includeForgottenExports: true,
        reportFileName: `${name}.api.md`,
        reportFolder: ACCEPTED,
        reportTempFolder: CURRENT,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: SILENT,
        extractorMessageReporting: SILENT,
        tsdocMessageReporting: SILENT,
      },
    },
  })
  try {
    const { apiReportChanged } = Extractor.invoke(config, { localBuild: accept, messageCallback: silence })
    return apiReportChanged
  } finally {
    rmSync(path.dirname(entry), { recursive: true })
  }
}

/**
 * One module with everything, since a report covers one entry, beside a copy of the declarations: their source maps have
 * places without a source, which API Extractor cannot read.
 */
function writeEntryOfAll(folder: string, { exports }: Manifest) {
  const dist = path.join(folder, 'dist')
  const copy = path.join(folder, 'dist-api')
  rmSync(copy, { recursive: true, force: true })
  cpSync(dist, copy, {
    recursive: true,
    filter: (file) => file.endsWith('.d.ts') || statSync(file).isDirectory(),
  })
  const file = path.join(copy, 'all.d.ts')
  const lines = Object.entries(exports).flatMap(([subpath, { types }]) => {
    if (types === undefined) return []
    const from = `./${path.posix.relative('dist', types.replace(/\.d\.ts$/, '.js'))}`
    return subpath === '.'
      ? [`export * from '${from}'`]
      : [`export * as ${namespaceOf(subpath)} from '${from}'`]
  })
  writeFileSync(file, `${lines.join('\n')}\n`)
  return file
}

/** `./locales/de` is `entry_locales_de`. */
function namespaceOf(subpath: string) {
  return subpath.replace('./', 'entry_').replaceAll(/\W/g, '_')
}
