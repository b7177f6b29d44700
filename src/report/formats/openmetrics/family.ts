export type Labels = Readonly<Record<string, string>>;

export interface Sample {
  readonly labels: Labels;
  /** null: nothing is known, and nothing is written. */
  readonly value: number | null;
}

/** Samples of one name; all are gauges, which a collector of text files takes as they are. */
export interface Family {
  readonly name: string;
  /** The last word of the name; null where the figure has no unit. */
  readonly unit: 'ratio' | 'seconds' | null;
  /** Without line breaks. */
  readonly help: string;
  readonly samples: readonly Sample[];
}

const escapeLabel = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

function sampleLine(name: string, labels: Labels, value: number): string {
  if (!Number.isFinite(value)) throw new Error(`the report cannot be written: ${name} is ${value}`);
  const written = Object.entries(labels).map(([key, text]) => `${key}="${escapeLabel(text)}"`);
  // A zero below zero is a zero.
  return `${name}${written.length === 0 ? '' : `{${written.join(',')}}`} ${value === 0 ? 0 : value}`;
}

/** OpenMetrics 1.0, which older readers of the Prometheus text format take as well. Families without samples are left out. */
export function exposition(families: readonly Family[]): string {
  const lines = families.flatMap(({ name: stem, unit, help, samples }) => {
    const name = unit === null ? stem : `${stem}_${unit}`;
    const known = samples.flatMap(({ labels, value }) => (value === null ? [] : [sampleLine(name, labels, value)]));
    if (known.length === 0) return [];
    return [
      `# TYPE ${name} gauge`,
      ...(unit === null ? [] : [`# UNIT ${name} ${unit}`]),
      `# HELP ${name} ${help}`,
      ...known,
    ];
  });
  return `${[...lines, '# EOF'].join('\n')}\n`;
}
