import type { Command, Options } from './command.ts';
import { columns } from './common.ts';

export function generalHelp(commands: readonly Command[]): string {
  const lines = columns(commands.map((command) => [`  ${command.name}`, command.summary]));
  return [
    'Cairn: an offline workbench for people who analyse armed conflict.',
    '',
    'Usage: cairn COMMAND [ARGUMENTS] [--json]',
    '',
    lines,
    '',
    'cairn help COMMAND tells more. --json prints the answer for machines.',
    'Exit codes: 0 done, 1 refused with a message, 2 wrong usage.',
    '',
  ].join('\n');
}

export function commandHelp(command: Command): string {
  const all: Options = { ...command.options, json: { type: 'boolean' } };
  const options = Object.entries(all);
  const lines = columns(
    options.map(([name, { type }]) => [
      `  --${name}${type === 'string' ? ' …' : ''}`,
      name === 'json' ? 'print the answer as JSON' : (command.help[name] ?? ''),
    ]),
  );
  return [`cairn ${command.name} ${command.usage}`, '', command.summary, '', lines, ''].join('\n');
}
