// The index of the documents for programs that read instead of people, after llmstxt.org. Pure: no files.
import type { Section } from './places.ts';

/** The index as text: what this is, and a line for each document with its address. */
export function llmsText(name: string, description: string, sections: readonly Section[]): string {
  const parts = sections.map(({ title, places }) => {
    const lines = places.map(({ target, title: called, about }) => {
      return `- [${called}](${target.replace(/\.html$/, '.md')}): ${about}`;
    });
    return `## ${title}\n\n${lines.join('\n')}`;
  });
  return `# ${name}\n\n> ${description}\n\n${parts.join('\n\n')}\n`;
}
