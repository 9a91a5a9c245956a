//! The quantities inside the cell.

use crate::inspect::cell::Quantity;
use crate::text;

/// "forget gate"
pub fn name(quantity: Quantity) -> &'static str {
    match quantity {
        Quantity::Input => text::inspect::input_gate(),
        Quantity::Forget => text::inspect::forget_gate(),
        Quantity::Candidate => text::inspect::candidate(),
        Quantity::Output => text::inspect::output_gate(),
        Quantity::Cell => text::inspect::cell_state(),
        Quantity::Hidden => text::inspect::hidden_state(),
    }
}
