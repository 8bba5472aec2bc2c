import { useEffect, useLayoutEffect } from 'react'

/** Runs before the effects of the components below. On a server neither runs, and React 18 would warn of the layout one. */
export const useEarlyEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect
