import { join } from 'node:path';
import { run } from './run.mjs';
import { warm } from './warm.mjs';

/**
 * @typedef {object} Contestant
 * @property {string} name
 * @property {readonly string[]} program a Node program and its arguments
 * @property {Readonly<Record<string, string>>} [env]
 * @property {string} [cwd]
 * @property {readonly string[]} files that it reads
 * @property {(output: string) => void} [check] throws where what it printed into this file is not right
 *
 * @typedef {{ name: string, costs: ReadonlyMap<number, import('./run.mjs').Cost> }} Timed costs by round
 */

/**
 * Runs all of them in turn, round after round, so that whatever slows the machine down falls on all. The files are read
 * before each run, so that all find them in memory. Nothing is told of times before each run of each has been checked.
 *
 * @param {readonly Contestant[]} contestants
 * @param {{ rounds: number, folder: string, slow?: number }} options who takes longer than `slow` seconds runs once
 * @returns {Promise<readonly Timed[]>}
 */
export async function inRounds(contestants, { rounds, folder, slow = 60 }) {
  const timed = contestants.map(({ name }) => ({ name, costs: new Map() }));
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, { name, program, env = {}, cwd, files, check }] of contestants.entries()) {
      const costs = timed[index].costs;
      if (round > 0 && costs.get(0).wall > slow) continue;
      console.error(`round ${round + 1} of ${rounds}: ${name}`);
      warm(files);
      const output = join(folder, `${name.replaceAll(/\W+/g, '-')}.out`);
      const { cost, status, errors } = await run(program, { output, env, ...(cwd === undefined ? {} : { cwd }) });
      if (status !== 0) throw new Error(`${name} ended with ${status}\n${errors}`);
      check?.(output);
      costs.set(round, cost);
    }
  }
  return timed;
}
