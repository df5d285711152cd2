import { makePageFiles } from './lib/page-files.mjs'

/** Writes the modules that carry style sheets, scripts and typefaces of the sandbox's pages. Runs at every install. */
makePageFiles()
