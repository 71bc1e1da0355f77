#!/usr/bin/env node
// Plain JavaScript for Node 20 or newer: brings the dependencies into place if they are not, then runs the command in
// the Node that the project brings. Whatever it has to say goes to standard error, so a command's output stays clean.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensureDeps, projectFolder, projectNode } from '../scripts/ensure-deps.mjs';

const PASSED_ON = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

try {
	await ensureDeps();
	run(projectNode(), [path.join(projectFolder, 'src', 'cli', 'main.ts'), ...process.argv.slice(2)]);
} catch (problem) {
	process.stderr.write(`naik-kelas: ${problem instanceof Error ? problem.message : String(problem)}\n`);
	process.exitCode = 1;
}

/**
 * Stands in for the command: same input and output, same signals, same end.
 * @param {string} node
 * @param {string[]} words
 */
function run(node, words) {
	const child = spawn(node, words, { stdio: 'inherit' });
	for (const signal of PASSED_ON)
		process.on(signal, () => {
			const terminalTellsBoth = signal === 'SIGINT' && process.stdin.isTTY;
			if (!terminalTellsBoth) child.kill(signal);
		});
	child.on('error', (problem) => {
		process.stderr.write(`naik-kelas: ${problem.message}\n`);
		process.exitCode = 1;
	});
	child.on('exit', (code, signal) => {
		for (const name of PASSED_ON) process.removeAllListeners(name);
		if (signal) process.kill(process.pid, signal);
		else process.exitCode = code ?? 1;
	});
}
