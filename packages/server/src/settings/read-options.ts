import { NECTAR_API_VERSIONS, type NectarApiVersion } from '@nectar-connect/contract/nectar'
import { findNearestName, PREFILL_FIELDS, type PrefillField } from '@nectar-connect/contract/wire'
import * as z from 'zod/mini'
import type { ConnectStore } from '../stores/connect-store.ts'
import {
  as,
  findLacking,
  flag,
  group,
  isFunction,
  isMs,
  isPath,
  isText,
  isWhole,
  origin,
  toPath,
} from './option-kinds.ts'
import type { NectarConnectOptions, SharingOptions } from './options.ts'
import { faultOfKey, isUnset } from './secrets.ts'
import { readAllowedDomain } from './sharing-settings.ts'

type Given<Name extends keyof NectarConnectOptions> = NonNullable<NectarConnectOptions[Name]>

export const MISSING_KEY =
  '"apiKey" is missing. Make a key in Nectar under Settings > Organization > API Keys, set NECTAR_API_KEY and pass createNectarConnect({ apiKey: process.env.NECTAR_API_KEY, … }).'

/** A colleague may be on holiday for some days. */
const LIFE_SECONDS = 7 * 24 * 3600

function hook<Name extends keyof NectarConnectOptions>(name: Name) {
  return z.optional(as<Given<Name>>(isFunction, `"${name}" is not a function. Pass one, or leave it out.`))
}

const isDomain = (text: unknown) => typeof text === 'string' && readAllowedDomain(text) !== null

const STORE: Readonly<Record<keyof ConnectStore, true>> = {
  addInvitation: true,
  claim: true,
  close: true,
  commit: true,
  countWithin: true,
  eraseCompany: true,
  findConnection: true,
  findInvitation: true,
  latestStatuses: true,
  listInvitations: true,
  readChanges: true,
  readHistory: true,
  release: true,
  subscribe: true,
  updateInvitation: true,
}

const isStore = (value: unknown) => findLacking(value, Object.keys(STORE)) === null
const isLogger = (value: unknown) => findLacking(value, ['debug', 'info', 'warn', 'error']) === null
const isSchema = (value: unknown) =>
  findLacking((Object(value) as Record<string, unknown>)['~standard'], ['validate']) === null

const nectar = {
  // Blank where the variable that it is read from is.
  sandbox: z.optional(
    z.pipe(
      z.transform((text: unknown) => (text === '' ? undefined : text)),
      z.optional(origin('nectar.sandbox', 'loopback')),
    ),
  ),
  apiOrigin: z.optional(origin('nectar.apiOrigin', 'loopback')),
  hostedOrigin: z.optional(origin('nectar.hostedOrigin', 'loopback')),
} satisfies Record<keyof Given<'nectar'>, unknown>

const sharing = {
  appName: z.optional(as<string>(isText, '"sharing.appName" is not text. Pass the name of your app.')),
  allowedDomains: z.optional(
    z.array(
      z.pipe(
        as<string>(
          isDomain,
          '"sharing.allowedDomains" has something that is no domain. Write them like "northpoint.example".',
        ),
        z.transform((text: string) => readAllowedDomain(text) ?? text),
      ),
      '"sharing.allowedDomains" is not a list. Write it like ["northpoint.example"].',
    ),
  ),
  sender: z.optional(
    as<NonNullable<SharingOptions['sender']>>(
      (value) => value === 'nectar' || value === 'none',
      '"sharing.sender" is neither "nectar" nor "none". Leave it out to get "nectar".',
    ),
  ),
  expiresInSeconds: z._default(
    as<number | null>(
      (value) => value === null || isWhole(value, 60),
      '"sharing.expiresInSeconds" is not a whole number from 60. Leave it out to get 7 days.',
    ),
    LIFE_SECONDS,
  ),
  allowLinks: flag('sharing.allowLinks'),
  mailsPerHour: z._default(
    as<number>(
      (value) => isWhole(value, 1),
      '"sharing.mailsPerHour" is not a whole number from 1. Leave it out to get 20.',
    ),
    20,
  ),
} satisfies Record<keyof SharingOptions, unknown>

/** All options, with their defaults. The message of each issue says what is wrong and how to fix it. */
const schema = z.object({
  apiKey: as<Given<'apiKey'>>(
    (key) => isFunction(key) || (typeof key === 'string' && !isUnset(key) && faultOfKey(key) === null),
    (key) => {
      if (isUnset(key)) return MISSING_KEY
      const wrong = '"apiKey" is neither text nor a function. Pass the key, or a function that answers it.'
      return (typeof key === 'string' ? faultOfKey(key) : null) ?? wrong
    },
  ),
  authorize: as<Given<'authorize'>>(
    isFunction,
    '"authorize" is missing. Pass createNectarConnect({ authorize: async (request) => ({ companyId, userId }), … }), answering null when nobody is signed in.',
  ),
  webhookSecret: z.optional(
    as<Given<'webhookSecret'>>(
      (secret) => isFunction(secret) || [secret].flat().every(isText),
      '"webhookSecret" holds something that is no text, such as a variable that is not set. Pass the signing secret (whsec_…), a list of them, or a function that answers one.',
    ),
  ),
  onConnectionChange: hook('onConnectionChange'),
  sendInvitation: hook('sendInvitation'),
  onInvitationChange: hook('onInvitationChange'),
  onOtherWebhook: hook('onOtherWebhook'),
  invitationPolicy: hook('invitationPolicy'),
  fetch: hook('fetch'),
  now: hook('now'),
  inputSchema: z.optional(
    as<Given<'inputSchema'>>(
      isSchema,
      '"inputSchema" is not a schema that follows Standard Schema. Pass one of Zod, Valibot or ArkType, or leave it out.',
    ),
  ),
  acceptPrefill: z._default(
    as<readonly PrefillField[]>(
      (fields) => Array.isArray(fields) && fields.every((name) => PREFILL_FIELDS.includes(name)),
      `"acceptPrefill" is not a list of fields. Choose from ${PREFILL_FIELDS.join(', ')}.`,
    ),
    [],
  ),
  sharing: z.prefault(group('sharing', sharing, "{ appName: 'Fernway' }"), {}),
  store: z.optional(
    as<ConnectStore>(isStore, (value) =>
      findLacking(value, ['then']) === null
        ? '"store" is a promise. Await it before you pass it.'
        : `"store" has no function "${findLacking(value, Object.keys(STORE))}". Pass what createSqliteStore() or createRedisStore() made, or leave it out.`,
    ),
  ),
  reconcileEveryMs: z.optional(
    as<number | null>(
      (value) => value === null || isMs(value, 60_000),
      '"reconcileEveryMs" is not a number of milliseconds from 60000 on. Leave it out for none.',
    ),
  ),
  basePath: z._default(
    z.pipe(
      as<string>(isPath, '"basePath" is not a plain path. Write it like "/api/nectar", without an origin.'),
      // Starts with a slash and does not end with one; empty for the root.
      z.transform((text: string) => toPath(text).replace(/^\/$/, '')),
    ),
    '/api/nectar',
  ),
  apiVersion: z._default(
    as<NectarApiVersion>(
      (value) => NECTAR_API_VERSIONS.some((version) => version === value),
      `"apiVersion" is none of ${NECTAR_API_VERSIONS.join(', ')}. Leave it out to get v2.2.`,
    ),
    'v2.2',
  ),
  nectar: z.prefault(group('nectar', nectar, "{ sandbox: 'http://localhost:4400' }"), {}),
  publicOrigin: z.optional(origin('publicOrigin', 'any')),
  allowedOrigins: z._default(
    z.array(
      origin('allowedOrigins', 'any'),
      '"allowedOrigins" is not a list. Write it like ["https://app.example.com"].',
    ),
    [],
  ),
  exposeUsername: flag('exposeUsername'),
  development: flag('development'),
  logger: z.optional(
    as<Given<'logger'>>(
      isLogger,
      '"logger" lacks one of the functions debug, info, warn and error. Pass all four, or leave it out.',
    ),
  ),
  timeoutMs: z._default(
    as<number>(
      (value) => isMs(value, 1),
      '"timeoutMs" is not a positive number of milliseconds. Leave it out to get 15000.',
    ),
    15_000,
  ),
} satisfies Record<keyof NectarConnectOptions, unknown>)

/** The options that are right, with their defaults; in place of one that is wrong stands what leaving it out means. */
export type ReadOptions = ReturnType<typeof readOptions>['options']

/** Reads the options. Never throws, whatever is given. */
export function readOptions(given: unknown) {
  const isObject = typeof given === 'object' && given !== null && !Array.isArray(given)
  const known = (isObject ? given : {}) as Record<string, unknown>
  const issues = schema.safeParse(known).error?.issues ?? []
  const wrong = new Set(issues.map(({ path }) => path[0]))
  const right = Object.keys(schema.shape).filter((name) => !wrong.has(name))
  return {
    options: z
      .partial(schema, { apiKey: true, authorize: true })
      .parse(Object.fromEntries(right.map((name) => [name, known[name]]))),
    /** What is wrong or missing, each with its fix. */
    faults: [...new Set(issues.map(({ message }) => message))],
    givenSecrets: [known.apiKey, known.webhookSecret]
      .flat()
      .filter((secret) => typeof secret === 'string')
      .map((secret) => secret.trim()),
    /** Options that do not exist, each with the one that was probably meant. */
    unknownOptions: [
      ...describeUnknown(known, schema.shape),
      ...describeUnknown(known.nectar, nectar, 'nectar.'),
      ...describeUnknown(known.sharing, sharing, 'sharing.'),
    ],
  }
}

function describeUnknown(given: unknown, known: object, path = ''): string[] {
  if (typeof given !== 'object' || given === null) return []
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(known, name))
  return unknown.map((name) => {
    const nearest = findNearestName(name, Object.keys(known))
    const fix = nearest === null ? 'Remove it.' : `Did you mean "${path}${nearest}"?`
    return `createNectarConnect() has no option "${path}${name}". ${fix}`
  })
}
