import type { ConnectIntent, ConnectPhase, OpenInvitation, Session } from '@nectar-connect/client'
import type { FlowSession } from '../flow/use-flow-session.ts'

/** Stands in for Nectar's page: a document of its own, on an opaque origin. */
const STAND_IN = `data:text/html,${encodeURIComponent(`<!doctype html><html lang="en"><title>Sign in</title>
<style>body{margin:0;font:15px/1.5 system-ui,sans-serif;display:grid;place-items:center;min-height:100vh;color:#14211f;background:#fff}
main{width:300px}h1{font-size:20px;margin:0 0 16px}label{display:block;margin:12px 0 4px}
input{box-sizing:border-box;width:100%;height:40px;border:1px solid #707a77;border-radius:8px;padding:0 12px;font:inherit}</style>
<main><h1>Sign in to your utility</h1><label for="u">Username</label><input id="u"><label for="p">Password</label><input id="p" type="password"></main></html>`)}`

export const STORY_INVITATION: OpenInvitation = {
  id: '3c90c3cc-0d44-4b50-8888-8dd25736052a',
  origin: 'https://dash.nectarclimate.com',
  useCount: 0,
  deadline: 105_000,
  warningMs: 120_000,
}

export const CONTRIBUTOR: ConnectIntent = { kind: 'contributor' }

const nothing = () => {}

/** A session that stands still in one phase, so that a story can show it. */
export function storyHandle(phase: ConnectPhase): FlowSession {
  const session: Session = {
    phase: { get: () => phase, subscribe: () => nothing },
    open: nothing,
    consent: nothing,
    reconnect: nothing,
    retry: nothing,
    requestNewPage: nothing,
    close: nothing,
    frameLoaded: nothing,
    frameTouched: nothing,
    frameFailed: nothing,
    tabOpened: nothing,
    frameReopened: nothing,
    checkInvitationNow: nothing,
    resume: async () => {},
    configure: nothing,
    getPageUrl: () => STAND_IN,
    getRemainingMs: () => 105_000,
    getRetryInMs: () => (phase.status === 'failed' ? (phase.error.retryAfterMs ?? 0) : 0),
    onSubmitted: () => nothing,
    onAnalyticsEvent: () => nothing,
    dispose: nothing,
  }
  return {
    phase,
    session,
    open: nothing,
    consent: nothing,
    reconnect: nothing,
    connectAnother: nothing,
    share: {
      current: null,
      isOpen: false,
      open: nothing,
      close: nothing,
      aside: { comeBack: null, stepAside: async () => {} },
    },
    openShare: nothing,
    shareWithSelf: nothing,
    close: nothing,
  }
}
