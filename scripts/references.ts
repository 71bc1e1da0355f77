// npm run references: every binding reference value beside ours, a line each, and `N passed, N failed` at the end.
// `-- --quick` leaves out the long ones (a 5,000 x 365 panel, 1,000 placebo draws, 20,000 stores).
import { longParts, parts } from '../tests/reference/checks/all.ts';
import { asText, passes } from '../tests/reference/checks/line.ts';

const isQuick = process.argv.includes('--quick');
const counts = { passed: 0, failed: 0 };

for (const part of isQuick ? parts : [...parts, ...longParts]) {
	const lines = await part.lines();
	for (const line of lines) {
		console.log(asText(line));
		if (passes(line)) counts.passed++;
		else counts.failed++;
	}
	if (lines.length !== part.count) {
		console.log(`FAIL  ${part.name}  ${lines.length} lines instead of ${part.count}`);
		counts.failed++;
	}
}
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed === 0 ? 0 : 1;
