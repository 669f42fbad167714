import { dirname, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));
const catalogue = 'src/strings/en/';

/**
 * Paths of the strings that no code of the product names, such as `explore.text.title`. Entries of a
 * record that is looked up by a computed key count as used, as do those that a component takes as its
 * words; those of `errors` are left to the test of error codes.
 */
export function unusedStrings(): string[] {
  const program = programOfProduct();
  const checker = program.getTypeChecker();
  const used = new Set<ts.Node>();
  for (const file of program.getSourceFiles()) {
    if (!isProduct(file) || inCatalogue(file)) continue;
    visit(file, (node) => {
      for (const declaration of reached(node, checker)) used.add(declaration);
    });
  }
  return program
    .getSourceFiles()
    .filter(inCatalogue)
    .flatMap((file) => namedStrings(file))
    .filter(({ node, path }) => !used.has(node) && !path.startsWith('errors.'))
    .map(({ path }) => path);
}

function programOfProduct(): ts.Program {
  const config = ts.readConfigFile(`${root}tsconfig.test.json`, (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  const files = ts.sys
    .readDirectory(`${root}src`, ['.ts', '.tsx'])
    .concat(ts.sys.readDirectory(`${root}scripts/vite`, ['.ts']))
    .filter((path) => !/[.](test|fixture)[.]tsx?$/.test(path));
  return ts.createProgram(files, { ...options, noEmit: true, composite: false, incremental: false });
}

const pathOf = (file: ts.SourceFile): string => relative(root, file.fileName).split(sep).join('/');
const isProduct = (file: ts.SourceFile): boolean =>
  pathOf(file).startsWith('src/') || pathOf(file).startsWith('scripts/vite/');
const inCatalogue = (file: ts.SourceFile): boolean => `${dirname(pathOf(file))}/` === catalogue;

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => {
    visit(child, see);
  });
}

/** Where the properties were declared that a piece of code names, looks up or hands on. */
function reached(node: ts.Node, checker: ts.TypeChecker): readonly ts.Node[] {
  if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
    const name = (node.propertyName ?? node.name).getText();
    return checker.getTypeAtLocation(node.parent).getProperty(name)?.declarations ?? [];
  }
  if (ts.isElementAccessExpression(node)) return entriesOf(checker.getTypeAtLocation(node.expression));
  if (!ts.isIdentifier(node)) return [];
  const named = checker.getSymbolAtLocation(node)?.declarations ?? [];
  return [...named, ...handedOn(node, checker)];
}

/** The properties of an object that the type it is handed on as has too. */
function handedOn(name: ts.Identifier, checker: ts.TypeChecker): readonly ts.Node[] {
  const { parent } = name;
  const whole = ts.isPropertyAccessExpression(parent) && parent.name === name ? parent : name;
  const wanted = checker.getContextualType(whole);
  if (!wanted) return [];
  const given = checker.getTypeAtLocation(whole);
  return wanted.getProperties().flatMap((property) => given.getProperty(property.name)?.declarations ?? []);
}

const entriesOf = (type: ts.Type): readonly ts.Node[] =>
  type.getProperties().flatMap((property) => property.declarations ?? []);

/** The entries of a catalogue file that are no objects of further entries, with their paths. */
function namedStrings(file: ts.SourceFile): { readonly node: ts.Node; readonly path: string }[] {
  const found: { node: ts.Node; path: string }[] = [];
  const walk = (object: ts.ObjectLiteralExpression, path: string): void => {
    for (const entry of object.properties) {
      const name = entry.name;
      if (!name) continue;
      const at = `${path}.${ts.isStringLiteral(name) ? name.text : name.getText()}`;
      if (ts.isPropertyAssignment(entry) && ts.isObjectLiteralExpression(entry.initializer))
        walk(entry.initializer, at);
      else found.push({ node: entry, path: at });
    }
  };
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement) || !isExported(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations)
      if (initializer && ts.isObjectLiteralExpression(initializer)) walk(initializer, name.getText());
  }
  return found;
}

const isExported = (statement: ts.VariableStatement): boolean =>
  statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
