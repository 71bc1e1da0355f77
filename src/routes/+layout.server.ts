export const load = ({ locals }) => {
	const { name, organisationName, roles, kind, database } = locals.viewer;
	return {
		person: locals.isSignedIn ? { name, organisationName, roles, kind } : null,
		isSample: database === 'sample',
		locale: locals.locale,
		theme: locals.theme,
	};
};
