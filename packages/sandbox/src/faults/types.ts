/** A fault of the API. */
export type ApiFault =
  | {
      /** The answer comes later. */
      kind: 'latency'
      /** Milliseconds of real time, whatever the sandbox's clock does. */
      ms: number
    }
  | {
      /** An error in place of the answer; the request is not carried out. */
      kind: 'status'
      /** 400 to 599. */
      code: number
      /** Text for `detail`. */
      detail?: string
      /** Sent as the header `Retry-After`, in seconds. */
      retryAfterSeconds?: number
    }
  | {
      /**
       * - `drop`: the connection breaks, nothing was carried out
       * - `lost-answer`: the request is carried out, then the connection breaks
       * - `html`: a proxy's page with status 502, nothing was carried out
       * - `malformed`: carried out, and answered with broken JSON and status 200
       * - `truncated`: carried out, and answered with half of the body and status 200
       * - `hang`: no answer until the client goes away, nothing was carried out
       */
      kind: 'drop' | 'lost-answer' | 'html' | 'malformed' | 'truncated' | 'hang'
    }

/** A fault of the hosted page. */
export type HostedFault =
  | {
      /** The page comes later. */
      kind: 'slow'
      /** Milliseconds of real time, whatever the sandbox's clock does. */
      ms: number
    }
  | {
      /**
       * - `never-loads`: no answer until the browser gives up
       * - `refuse-frame`: forbids every frame around it
       * - `grab-focus`: focuses its first field as soon as it loads
       * - `posts-messages`: posts `{type: 'nectar:done'}` to its parent as soon as it loads
       */
      kind: 'never-loads' | 'refuse-frame' | 'grab-focus' | 'posts-messages'
    }

/** Which requests a fault meets. Without `times` and `share`: every one, until it is cleared. */
export interface FaultScope {
  /**
   * A route as `stats` names it, such as `POST /invitation/company/{company_id}`; `*` for all of the API;
   * `hosted` for the hosted page. Default: `*` or `hosted`, as the kind has it.
   */
  route?: string
  /** Over after this many requests. */
  times?: number
  /** The part of requests that it meets, above 0 and up to 1; under a `seed` always the same ones. */
  share?: number
}

/** Something that goes wrong on purpose: with the API, or with the hosted page. */
export type SandboxFault = (ApiFault | HostedFault) & FaultScope

/** A fault that is in force. */
export type ActiveFault = SandboxFault & {
  id: string
  route: string
  /** How many requests it has met. */
  hits: number
}
