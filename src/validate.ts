import type { AuditOptions } from './audit.ts';
import { Failure } from './diagnostics/failure.ts';
import { bindOnly } from './ingest/index.ts';
import { loadDeclaration } from './load.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import { planOf } from './plan/index.ts';

export interface Validated {
  readonly warnings: readonly Diagnostic[];
  readonly promises: number;
  readonly channels: readonly {
    readonly channel: string;
    readonly hasSource: boolean;
    /** null: no source, or no promise that measures anything there. */
    readonly files: readonly string[] | null;
  }[];
}

export type ValidateOptions = Pick<AuditOptions, 'file' | 'workingDirectory' | 'env' | 'stdin'>;

/**
 * Checks the promise file and the header of each export that it names, without reading rows.
 *
 * @throws Failure of kind `declaration` or `data`.
 */
export async function validate(options: ValidateOptions): Promise<Validated> {
  const declaration = await loadDeclaration(options);
  const plan = planOf(declaration, { selected: declaration, asOf: null, window: null });
  const files = new Map<string, readonly string[]>();
  const warnings = [...declaration.warnings];
  const faults: Diagnostic[] = [];
  for (const source of plan.sources) {
    try {
      const { workingDirectory, stdin } = options;
      const settings = { directory: plan.directory, workingDirectory, stdin, hashes: false, redact: false };
      const bound = await bindOnly(source, { ...settings, onProgress: null, signal: null });
      warnings.push(...bound.notes);
      for (const { name } of source.channels)
        files.set(
          name,
          bound.files.map((file) => file.name),
        );
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      faults.push(...error.diagnostics);
    }
  }
  if (faults.length > 0) throw new Failure('data', faults.map(declaration.conceal));
  return {
    warnings,
    promises: declaration.promises.length,
    channels: declaration.channels.map(({ name, source }) => ({
      channel: name,
      hasSource: source !== null,
      files: files.get(name) ?? null,
    })),
  };
}
