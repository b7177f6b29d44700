import { setFlagsFromString } from 'node:v8';

/** How long a run may take before the optimising compiler pays, whatever it does. */
const shortMilliseconds = 300;

/**
 * Holds V8's optimising compiler back until the function that it returns is called, or the run turns out to be long: in
 * a short one it takes as long as all the rest and hardly pays. What is optimised never changes what is computed.
 *
 * V8 asks for this flag anew each time that a function has run often, also in threads, so that it can be set at any
 * moment; Node leaves its flags open for that. That is known of the V8 of Node 20 alone: in later ones a function that
 * came to their middle compiler meanwhile would stay there. Whoever sets flags of V8 themselves is left alone: with
 * --jitless the compiler must not be let go.
 */
export function holdOptimizer({ versions, execArgv, env }: NodeJS.Process): () => void {
  if (!versions.v8.startsWith('11.3.') || execArgv.length > 0 || (env['NODE_OPTIONS'] ?? '') !== '') return () => {};
  setFlagsFromString('--no-opt');
  const timer = setTimeout(release, shortMilliseconds).unref();
  return release;

  function release(): void {
    clearTimeout(timer);
    setFlagsFromString('--opt');
  }
}
