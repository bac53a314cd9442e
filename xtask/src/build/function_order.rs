//! Functions that resemble each other, side by side.
//!
//! wasm-bindgen writes them by size. Brotli finds what repeats more cheaply nearby: two per cent of the
//! visitor app.

use std::collections::HashMap;
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{CodeSectionReader, CustomSectionReader, FunctionSectionReader, Parser, Payload, TypeRef};

/// How many neighbouring bytes are compared at a time.
const PIECE: usize = 4;
/// What stands in more functions than this tells nothing of their likeness.
const COMMON: usize = 120;

/// The same module with its functions in another order, and without sections that only tools read.
pub(crate) fn by_likeness(wasm: &[u8]) -> Result<Vec<u8>, String> {
    let (imported, bodies) = functions(wasm).map_err(|error| error.to_string())?;
    let order = order(&bodies);
    let mut numbers: Vec<u32> = (0..).take(imported + order.len()).collect();
    for (new, old) in (0..).skip(imported).zip(&order) {
        numbers[imported + old] = new;
    }
    let mut module = Module::new();
    let mut reordering = Reordering { order, numbers };
    reordering
        .parse_core_module(&mut module, Parser::new(0), wasm)
        .map_err(|error| format!("the wasm cannot be put in order: {error}"))?;
    Ok(module.finish())
}

/// How many functions are imported, and the bodies of the others.
fn functions(wasm: &[u8]) -> wasmparser::Result<(usize, Vec<&[u8]>)> {
    let mut imported = 0;
    let mut bodies = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imported += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
            _ => {}
        }
    }
    Ok((imported, bodies))
}

/// From each function on to the one most like it that is left.
fn order(bodies: &[&[u8]]) -> Vec<usize> {
    let mut holders: HashMap<&[u8], Vec<usize>> = HashMap::new();
    for (at, body) in bodies.iter().enumerate() {
        for piece in body.windows(PIECE) {
            let known = holders.entry(piece).or_default();
            if known.last() != Some(&at) {
                known.push(at);
            }
        }
    }
    let mut left = vec![true; bodies.len()];
    let mut order = Vec::with_capacity(bodies.len());
    let mut next = (!bodies.is_empty()).then_some(0);
    while let Some(current) = next {
        left[current] = false;
        order.push(current);
        next =
            most_alike(bodies, current, &holders, &left).or_else(|| left.iter().position(|is_left| *is_left));
    }
    order
}

fn most_alike(
    bodies: &[&[u8]],
    current: usize,
    holders: &HashMap<&[u8], Vec<usize>>,
    left: &[bool],
) -> Option<usize> {
    let mut shared = vec![0_usize; bodies.len()];
    for piece in bodies[current].windows(PIECE) {
        let holders = &holders[piece];
        if holders.len() <= COMMON {
            for at in holders {
                shared[*at] += 1;
            }
        }
    }
    let likeness = |at: usize| shared[at] * 1_000_000 / (bodies[at].len() + bodies[current].len());
    (0..bodies.len())
        .filter(|at| left[*at] && shared[*at] > 0)
        .max_by_key(|at| (likeness(*at), usize::MAX - at))
}

/// Writes the module anew.
struct Reordering {
    /// The numbers among the module's own functions, in their new order.
    order: Vec<usize>,
    /// The new number of each function, imported ones included.
    numbers: Vec<u32>,
}

impl Reencode for Reordering {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error> {
        let known = usize::try_from(function).ok().and_then(|function| self.numbers.get(function));
        Ok(known.copied().unwrap_or(function))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error> {
        let types = section.into_iter().collect::<wasmparser::Result<Vec<u32>>>()?;
        for at in self.order.clone() {
            functions.function(self.type_index(types[at])?);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error> {
        let bodies = section.into_iter().collect::<wasmparser::Result<Vec<_>>>()?;
        for at in self.order.clone() {
            self.parse_function_body(code, bodies[at].clone())?;
        }
        Ok(())
    }

    fn parse_custom_section(&mut self, _: &mut Module, _: CustomSectionReader<'_>) -> Result<(), Error> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{
        EntityType, ExportKind, ExportSection, Function, ImportSection, Instruction, TypeSection, ValType,
    };

    /// A module with one import, and functions that give a number back or call the one after them.
    fn module(bodies: &[Instruction<'_>]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], [ValType::I32]);
        let mut imports = ImportSection::new();
        imports.import("a", "b", EntityType::Function(0));
        let mut functions = FunctionSection::new();
        let mut exports = ExportSection::new();
        let mut code = CodeSection::new();
        for (number, instruction) in (1..).zip(bodies) {
            functions.function(0);
            exports.export(&format!("f{number}"), ExportKind::Func, number);
            let mut body = Function::new([]);
            body.instruction(instruction).instruction(&Instruction::End);
            code.function(&body);
        }
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&exports).section(&code);
        module.finish()
    }

    /// What each export does: the number that it gives, at the end of its calls.
    fn results(wasm: &[u8]) -> Vec<i32> {
        let (imported, bodies) = functions(wasm).expect("a module");
        let mut exports = Vec::new();
        for payload in Parser::new(0).parse_all(wasm) {
            if let Payload::ExportSection(section) = payload.expect("a section") {
                exports = section.into_iter().map(|export| export.expect("an export").index).collect();
            }
        }
        let result = |export: &u32| {
            let mut at = *export as usize - imported;
            loop {
                match bodies[at] {
                    [0, 0x10, callee, 0x0b] => at = *callee as usize - imported,
                    [0, 0x41, number, 0x0b] => return i32::from(*number),
                    other => panic!("not one of these: {other:?}"),
                }
            }
        };
        exports.iter().map(result).collect()
    }

    #[test]
    fn functions_move_and_whoever_calls_them_finds_them() {
        let number = |value| Instruction::I32Const(value);
        let before = module(&[number(7), Instruction::Call(5), number(8), Instruction::Call(3), number(9)]);
        let after = by_likeness(&before).expect("an order");
        assert_eq!(results(&before), [7, 9, 8, 8, 9]);
        assert_eq!(results(&after), results(&before));
    }

    #[test]
    fn what_is_alike_is_neighbours() {
        let bodies: [&[u8]; 4] = [b"abcdefgh", b"12345678", b"abcdefgi", b"12345679"];
        assert_eq!(order(&bodies), [0, 2, 1, 3]);
    }

    #[test]
    fn what_is_no_module_is_said() {
        assert!(by_likeness(b"\0asm\x01\0\0\0\x0a\x05\x01").is_err());
    }
}
