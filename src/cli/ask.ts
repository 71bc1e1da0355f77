import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** A stream that shows the question but not what is typed. */
class Quiet extends Writable {
	isQuiet = false;
	override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
		if (!this.isQuiet) process.stderr.write(chunk);
		done();
	}
}

let pipedLines: AsyncIterator<string> | null = null;

/** Asks on standard error, so that standard output stays clean. Without a terminal the answer is the next line piped in. */
export async function ask(question: string, isSecret = false): Promise<string> {
	if (!process.stdin.isTTY) {
		pipedLines ??= createInterface({ input: process.stdin })[Symbol.asyncIterator]();
		return (await pipedLines.next()).value ?? '';
	}
	const output = new Quiet();
	const lines = createInterface({ input: process.stdin, output, terminal: true });
	const answer = lines.question(`${question} `);
	output.isQuiet = isSecret;
	try {
		return await answer;
	} finally {
		lines.close();
		if (isSecret) process.stderr.write('\n');
	}
}
