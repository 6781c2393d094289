// Definitions and references of Go files as Go's own parser sees them, for the comparison with ours.
//
// Reads file names on standard input and prints a line of JSON for each definition: file, line, column, kind, name,
// scope. With -references it prints a line for every other identifier too, with the role that the tree gives it. Lines
// and columns are 0-based, columns are bytes. A file that the parser refuses gives one line with "error".
//
// The rules, which are ours: the blank identifier and the predeclared values (nil, true, false, iota) are no names. Local
// variables and constants are no definitions, local types are. The fields and methods of a type without a name belong
// to the definition around it, and to nothing within a function. An embedded type is a reference, not a field. What is
// called is a call, though it may be a type: only the type checker knows. So an index in a called expression is a type.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"strconv"
)

type place struct {
	File   string   `json:"file"`
	Line   int      `json:"line"`
	Column int      `json:"column"`
	Role   string   `json:"role,omitempty"` // definition, or a kind of reference
	Kind   string   `json:"kind,omitempty"` // of a definition
	Name   string   `json:"name,omitempty"`
	Scope  []string `json:"scope,omitempty"`
	Error  string   `json:"error,omitempty"`
}

type walker struct {
	file       string
	files      *token.FileSet
	references bool
	out        *json.Encoder
}

// around is what encloses a node: the names of definitions, and whether the nearest one is code.
type around struct {
	names []string
	code  bool
}

var unnamed = map[string]bool{"_": true, "nil": true, "true": true, "false": true, "iota": true}

func main() {
	references := flag.Bool("references", false, "print every identifier")
	flag.Parse()
	buffered := bufio.NewWriter(os.Stdout)
	defer buffered.Flush()
	out := json.NewEncoder(buffered)
	names := bufio.NewScanner(os.Stdin)
	for names.Scan() {
		files := token.NewFileSet()
		parsed, err := parser.ParseFile(files, names.Text(), nil, parser.SkipObjectResolution)
		if err != nil {
			out.Encode(place{File: names.Text(), Error: err.Error()})
			continue
		}
		w := &walker{names.Text(), files, *references, out}
		w.file_(parsed)
		if err := out.Encode(place{File: names.Text(), Role: "end"}); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}

func (w *walker) print(at token.Pos, role, kind, name string, scope []string) {
	position := w.files.PositionFor(at, false)
	w.out.Encode(place{File: w.file, Line: position.Line - 1, Column: position.Column - 1,
		Role: role, Kind: kind, Name: name, Scope: scope})
}

func (w *walker) define(id *ast.Ident, kind string, scope []string) {
	if !unnamed[id.Name] {
		w.print(id.Pos(), "definition", kind, id.Name, scope)
	}
}

func (w *walker) refer(id *ast.Ident, role string) {
	if w.references && id != nil && !unnamed[id.Name] {
		w.print(id.Pos(), role, "", id.Name, nil)
	}
}

func (a around) in(code bool, names ...*ast.Ident) around {
	inner := append([]string{}, a.names...)
	for _, id := range names {
		if id != nil && !unnamed[id.Name] {
			inner = append(inner, id.Name)
		}
	}
	return around{inner, code}
}

// first is the name that encloses what a declaration of several names holds.
func first(names []*ast.Ident) *ast.Ident {
	for _, id := range names {
		if !unnamed[id.Name] {
			return id
		}
	}
	return nil
}

func (w *walker) file_(file *ast.File) {
	w.refer(file.Name, "name")
	top := around{}
	for _, declaration := range file.Decls {
		switch d := declaration.(type) {
		case *ast.FuncDecl:
			w.function(d)
		case *ast.GenDecl:
			w.declaration(d, top, true)
		}
	}
}

func (w *walker) function(d *ast.FuncDecl) {
	inside := around{code: true}
	if d.Recv != nil {
		receiver := base(d.Recv.List[0].Type)
		var scope []string
		if receiver != nil {
			scope = []string{receiver.Name}
		}
		w.define(d.Name, "method", scope)
		inside = around{names: scope}.in(true, d.Name)
		w.fields(d.Recv, inside)
	} else {
		w.define(d.Name, "function", nil)
		inside = inside.in(true, d.Name)
	}
	w.signature(d.Type, inside)
	if d.Body != nil {
		w.walk(d.Body, inside)
	}
}

func (w *walker) declaration(d *ast.GenDecl, a around, global bool) {
	for _, spec := range d.Specs {
		switch s := spec.(type) {
		case *ast.ImportSpec:
			if s.Name != nil && s.Name.Name != "." {
				w.refer(s.Name, "name")
			}
			if path, err := strconv.Unquote(s.Path.Value); err == nil && w.references {
				w.print(s.Path.Pos()+1, "import", "", path, nil)
			}
		case *ast.TypeSpec:
			kind := "type"
			if !s.Assign.IsValid() {
				switch s.Type.(type) {
				case *ast.StructType:
					kind = "struct"
				case *ast.InterfaceType:
					kind = "interface"
				}
			}
			w.define(s.Name, kind, a.names)
			inside := a.in(false, s.Name)
			if s.TypeParams != nil {
				w.parameters(s.TypeParams, inside)
			}
			w.type_(s.Type, inside)
		case *ast.ValueSpec:
			inside := a
			for _, id := range s.Names {
				switch {
				case !global:
					w.refer(id, "name")
				case d.Tok == token.CONST:
					w.define(id, "constant", a.names)
				default:
					w.define(id, "variable", a.names)
				}
			}
			if global {
				inside = a.in(false, first(s.Names))
			}
			w.type_(s.Type, inside)
			for _, value := range s.Values {
				w.walk(value, inside)
			}
		}
	}
}

func (w *walker) signature(t *ast.FuncType, a around) {
	if t.TypeParams != nil {
		w.parameters(t.TypeParams, a)
	}
	w.fields(t.Params, a)
	if t.Results != nil {
		w.fields(t.Results, a)
	}
}

func (w *walker) parameters(list *ast.FieldList, a around) {
	for _, field := range list.List {
		for _, id := range field.Names {
			w.refer(id, "type")
		}
		w.type_(field.Type, a)
	}
}

func (w *walker) fields(list *ast.FieldList, a around) {
	for _, field := range list.List {
		for _, id := range field.Names {
			w.refer(id, "name")
		}
		w.type_(field.Type, a)
	}
}

// members are the fields of a struct or the elements of an interface.
func (w *walker) members(list *ast.FieldList, kind string, a around) {
	for _, field := range list.List {
		if len(field.Names) == 0 {
			if _, pointer := field.Type.(*ast.StarExpr); pointer && kind == "method" {
				w.type_(field.Type, a) // a term of a constraint
			} else {
				w.embedded(field.Type, a)
			}
			continue
		}
		for _, id := range field.Names {
			if a.code {
				w.refer(id, "name")
			} else {
				w.define(id, kind, a.names)
			}
		}
		inside := a
		if !a.code {
			inside = a.in(kind == "method", first(field.Names))
		}
		w.type_(field.Type, inside)
	}
}

func (w *walker) embedded(t ast.Expr, a around) {
	switch e := t.(type) {
	case *ast.Ident:
		w.refer(e, "implementation")
	case *ast.SelectorExpr:
		w.walk(e.X, a)
		w.refer(e.Sel, "implementation")
	case *ast.StarExpr:
		w.embedded(e.X, a)
	case *ast.IndexExpr:
		w.embedded(e.X, a)
		w.type_(e.Index, a)
	case *ast.IndexListExpr:
		w.embedded(e.X, a)
		for _, index := range e.Indices {
			w.type_(index, a)
		}
	default:
		w.type_(t, a)
	}
}

// type_ walks an expression that stands where a type is expected.
func (w *walker) type_(t ast.Expr, a around) {
	switch e := t.(type) {
	case nil:
	case *ast.Ident:
		w.refer(e, "type")
	case *ast.SelectorExpr:
		w.walk(e.X, a)
		w.refer(e.Sel, "type")
	case *ast.StarExpr:
		w.type_(e.X, a)
	case *ast.ParenExpr:
		w.type_(e.X, a)
	case *ast.Ellipsis:
		w.type_(e.Elt, a)
	case *ast.UnaryExpr:
		w.type_(e.X, a)
	case *ast.BinaryExpr:
		w.type_(e.X, a)
		w.type_(e.Y, a)
	case *ast.IndexExpr:
		w.type_(e.X, a)
		w.type_(e.Index, a)
	case *ast.IndexListExpr:
		w.type_(e.X, a)
		for _, index := range e.Indices {
			w.type_(index, a)
		}
	case *ast.ArrayType:
		if e.Len != nil {
			w.walk(e.Len, a)
		}
		w.type_(e.Elt, a)
	case *ast.MapType:
		w.type_(e.Key, a)
		w.type_(e.Value, a)
	case *ast.ChanType:
		w.type_(e.Value, a)
	case *ast.FuncType:
		w.signature(e, a)
	case *ast.StructType:
		w.members(e.Fields, "field", a)
	case *ast.InterfaceType:
		w.members(e.Methods, "method", a)
	default:
		w.walk(e, a)
	}
}

func isType(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.ArrayType, *ast.MapType, *ast.ChanType, *ast.FuncType, *ast.StructType, *ast.InterfaceType:
		return true
	case *ast.ParenExpr:
		return isType(e.X)
	}
	return false
}

func (w *walker) call(c *ast.CallExpr, a around) {
	w.callee(c.Fun, a)
	arguments := c.Args
	if id, ok := c.Fun.(*ast.Ident); ok && (id.Name == "new" || id.Name == "make") && len(arguments) > 0 {
		w.type_(arguments[0], a)
		arguments = arguments[1:]
	}
	for _, argument := range arguments {
		w.walk(argument, a)
	}
}

func (w *walker) callee(f ast.Expr, a around) {
	switch e := f.(type) {
	case *ast.Ident:
		w.refer(e, "call")
	case *ast.SelectorExpr:
		w.walk(e.X, a)
		w.refer(e.Sel, "call")
	case *ast.IndexExpr:
		w.callee(e.X, a)
		if _, computed := e.Index.(*ast.BinaryExpr); computed {
			w.walk(e.Index, a)
		} else {
			w.type_(e.Index, a)
		}
	case *ast.IndexListExpr:
		w.callee(e.X, a)
		for _, index := range e.Indices {
			w.type_(index, a)
		}
	case *ast.ParenExpr:
		if star, ok := e.X.(*ast.StarExpr); ok {
			w.type_(star.X, a)
		} else {
			w.callee(e.X, a)
		}
	default:
		w.walk(f, a)
	}
}

// walk finds the nodes that need a rule; every identifier that no rule takes is a name.
func (w *walker) walk(node ast.Node, a around) {
	ast.Inspect(node, func(n ast.Node) bool {
		switch e := n.(type) {
		case *ast.Ident:
			w.refer(e, "name")
		case *ast.FuncLit:
			inside := around{a.names, true}
			w.signature(e.Type, inside)
			w.walk(e.Body, inside)
			return false
		case *ast.CallExpr:
			w.call(e, a)
			return false
		case *ast.CompositeLit:
			if e.Type != nil {
				w.type_(e.Type, a)
			}
			for _, element := range e.Elts {
				w.walk(element, a)
			}
			return false
		case *ast.TypeAssertExpr:
			w.walk(e.X, a)
			if e.Type != nil {
				w.type_(e.Type, a)
			}
			return false
		case *ast.TypeSwitchStmt:
			w.typeSwitch(e, a)
			return false
		case *ast.IndexListExpr:
			w.walk(e.X, a)
			for _, index := range e.Indices {
				w.type_(index, a)
			}
			return false
		case *ast.DeclStmt:
			w.declaration(e.Decl.(*ast.GenDecl), a, false)
			return false
		case ast.Expr:
			if isType(e) {
				w.type_(e, a)
				return false
			}
		}
		return true
	})
}

func (w *walker) typeSwitch(s *ast.TypeSwitchStmt, a around) {
	if s.Init != nil {
		w.walk(s.Init, a)
	}
	w.walk(s.Assign, a)
	for _, statement := range s.Body.List {
		clause := statement.(*ast.CaseClause)
		for _, t := range clause.List {
			w.type_(t, a)
		}
		for _, inner := range clause.Body {
			w.walk(inner, a)
		}
	}
}

// base is the type that a receiver names.
func base(t ast.Expr) *ast.Ident {
	switch e := t.(type) {
	case *ast.Ident:
		return e
	case *ast.StarExpr:
		return base(e.X)
	case *ast.ParenExpr:
		return base(e.X)
	case *ast.IndexExpr:
		return base(e.X)
	case *ast.IndexListExpr:
		return base(e.X)
	}
	return nil
}
