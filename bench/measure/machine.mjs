import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, release, totalmem, type } from 'node:os';
import { hasTime } from './run.mjs';

/** One line on where figures come from. @param {readonly string[]} versions of what was run, beside Node */
export function machine(versions) {
  const memory = `${(totalmem() / 2 ** 30).toFixed(0)} GiB`;
  const model = cpus()[0]?.model.trim() ?? 'unknown';
  const system = nameOf(safely('/etc/os-release')) ?? `${type()} ${release()}`;
  const from = hasTime ? 'GNU time' : 'the processes themselves';
  return `${availableParallelism()} x ${model}, ${memory}, ${system}; Node ${process.versions.node}, ${versions.join(
    ', ',
  )}. CPU and memory by ${from}.`;
}

/** @param {string} text */
function nameOf(text) {
  return /^PRETTY_NAME="(.*)"$/m.exec(text)?.[1];
}

/** @param {string} file */
function safely(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
