// Who started us: npm and the shells between its scripts. A signal that reaches only npm does not reach us, so a start
// that was killed would leave a server behind that holds the port.
import fs from 'node:fs';

type Process = { readonly pid: number; readonly startedAt: string };

/** npm, the script it runs, npm again: upwards to the first npm; nothing where the system does not show its processes. */
export function launchers(): Process[] {
	const found: Process[] = [];
	let upToNpm = 0;
	for (let pid = process.ppid; pid > 1;) {
		const seen = look(pid);
		if (!seen || !/^(npm|sh|bash|dash|ash|zsh)$/.test(seen.name)) break;
		found.push({ pid, startedAt: seen.startedAt });
		if (seen.name === 'npm') upToNpm = found.length;
		pid = seen.parent;
	}
	return found.slice(0, upToNpm);
}

export function isRunning({ pid, startedAt }: Process): boolean {
	const seen = look(pid);
	return seen !== null && seen.startedAt === startedAt && seen.state !== 'Z';
}

/** Reads one line of /proc: `pid (name) state parent ...`, with the start time as field 22. */
function look(pid: number): { name: string; state: string; parent: number; startedAt: string } | null {
	let line: string;
	try {
		line = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
	} catch {
		return null; // it has ended, or this system has no such list
	}
	const end = line.lastIndexOf(')');
	const name = line.slice(line.indexOf('(') + 1, end).split(' ')[0] ?? ''; // npm calls itself `npm start`
	const [state = '', parent = '', ...rest] = line.slice(end + 2).split(' ');
	return { name, state, parent: Number(parent), startedAt: rest[17] ?? '' };
}
